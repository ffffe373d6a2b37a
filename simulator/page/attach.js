// The attach menu: samples of everything that people send, and real files from this computer.

import { h, icon } from "./dom.js";

const MOST = 20 * 1024 * 1024;

function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

const kindOf = (file) => (/^image\/(png|jpeg|gif|webp)$/.test(file.type) ? "photo" : file.type.startsWith("audio/") ? "voice" : file.type.startsWith("video/") ? "video" : "document");

export function attachments(send) {
  const chooser = h("input", { type: "file", class: "hidden", tabindex: "-1", "aria-label": "Pilih berkas", onchange: async () => {
    const [file] = chooser.files;
    if (!file) return;
    chooser.value = "";
    // A file too big for a bot is only declared: the bot gets its size, as it would from Telegram.
    const size = file.size > MOST ? { size: file.size } : { content: await encoded(file) };
    send(kindOf(file), { ...size, name: file.name, mime: file.type || "application/octet-stream" });
  } });
  const item = (symbol, label, does) => h("button", { type: "button", onclick: () => { menu.open = false; does(); } }, icon(symbol), label);
  const menu = h("details", { class: "attach" },
    h("summary", { class: "round plain", "aria-label": "Lampirkan", title: "Lampirkan" }, icon("attach")),
    h("div", { class: "menu-items up" },
      item("picture", "Foto", () => send("photo")),
      item("voice", "Pesan suara", () => send("voice")),
      item("film", "Video", () => send("video")),
      item("pin", "Lokasi", () => send("location")),
      item("person", "Kontak saya", () => send("contact")),
      item("file", "Berkas", () => send("document")),
      item("file", "Berkas 25 MB", () => send("document", { size: 25 * 1024 * 1024, name: "rekaman-panjang.zip", mime: "application/zip" })),
      item("attach", "Dari komputer…", () => chooser.click())));
  return h("div", { class: "attach-box" }, menu, chooser);
}
