// What every page has. Each file is one behaviour and needs none of the others.
import "./toasts.js";
import "./menus.js";
import "./unsaved.js";
import "./shortcuts.js";
import "./htmx-focus.js";
import "./share.js";
import "./completes.js";
import "./read.js";
