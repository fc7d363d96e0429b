// What only a page where one writes has.
import "./editor.js";
import "./emoji.js";
import "./drafts.js";
