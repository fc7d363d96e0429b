"""Folders and zips, made where they are needed."""

import io
import zipfile

from PIL import Image

from app.imports.tree import Archive


def picture(colour="red", size=(60, 40)):
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def zipped(files, **given):
    """A zip of names and contents, words or bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, **given) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (2019, 5, 1, 10, 30, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    file.seek(0)
    return file


def tree(files):
    return Archive(zipped(files))


def unfolded(files, folder):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


JEKYLL = {
    "_config.yml": "timezone: Europe/Madrid\nlang: eu\nurl: https://old.example.com\n",
    "_data/authors.yml": "ane:\n  name: Ane Etxaniz\n  email: ane@example.com\n",
    "_posts/2019-05-01-que-irse-sea-facil.md": (
        "---\nlayout: post\ntitle: 'Que irse sea fácil: también enamora'\nauthor: ane\n"
        "categories: escucha\ntags: bajas teléfono\nimage: /assets/mesa.png\n---\n"
        "Lo dijo [Jon](https://old.example.com/escucha/2019/05/02/segundo.html).\n\n"
        "![La mesa]({{ site.baseurl }}/assets/mesa.png)\n\n"
        "{% highlight ruby %}x{% endhighlight %}\n"
    ),
    "_posts/2019-05-02-segundo.markdown": (
        "---\ndate: 2019-05-02 10:15:00 +0200\ncategories: [escucha]\n"
        "redirect_from: /viejo/segundo/\n---\n# El *segundo*\n\nHola. ![No está](no-esta.png)\n"
    ),
    "_drafts/algun-dia.md": "---\ntitle: Algún día\n---\nNada.\n",
    "about.md": "---\ntitle: Quiénes somos\n---\nNosotras.\n",
    "assets/mesa.png": picture(),
}

HUGO = {
    "hugo.toml": "baseURL = 'https://old.example.com/'\ndefaultContentLanguage = 'es'\n",
    "content/post/sala/index.md": (
        '+++\ntitle = "La sala"\ndate = 2020-02-29T23:30:00Z\n'
        "authors = ['Jon Lasa', 'Otra Persona']\n"
        "aliases = ['/antes/la-sala/']\nlastmod = 2020-03-02\n[cover]\nimage = 'sala.png'\n+++\n"
        '![Vacía](sala.png "A las ocho") y [otra](../voz.md)\n'
    ),
    "content/post/sala/sala.png": picture("blue"),
    "content/post/voz.md": (
        "+++\ntitle = 'La voz'\ndate = 2020-01-01\nslug = 'una-voz'\n+++\nHola.\n"
    ),
    "content/post/voz.eu.md": "+++\ntitle = 'Ahotsa'\ndate = 2020-01-01\n+++\nKaixo.\n",
    "content/post/borrador.md": "+++\ntitle = 'B'\ndate = 2020-01-01\ndraft = true\n+++\nx\n",
    "content/post/_index.md": "+++\ntitle = 'Todas'\n+++\n",
    "content/about.md": "+++\ntitle = 'Quiénes somos'\n+++\nNosotras.\n",
}

ZOLA = {
    "config.toml": "base_url = 'https://old.example.com'\ndefault_language = 'pt'\n",
    "content/blog/2021-01-05-o-balcao.md": (
        "+++\ntitle = 'O balcão'\n"
        "[taxonomies]\ntags = ['balcão', 'voz']\nauthors = ['Ane Etxaniz']\n"
        "[extra]\nimage = '/mar.png'\n+++\nVer [outra](@/blog/outra.md) e ![O mar](mar.png).\n"
    ),
    "content/blog/outra.md": (
        "+++\ntitle = 'Outra'\ndate = 2021-02-01\nupdated = 2021-02-03\n+++\nOlá.\n"
    ),
    "static/mar.png": picture("green"),
}
