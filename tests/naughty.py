"""What people call themselves and their things, when they are not being helpful."""

NAUGHTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}",
    "100 %(actor)s %s %% {title} %",
    "javascript:alert(1)",
    "&lt;b&gt; & <b>",
    "\u202eevil\u202c",
    "Aitor " + "Iturriberrigorrigoikoerrotaberrikoetxea" * 2,
]
