// One message: bubble, marks and buttons.

import { h, icon, sizeOf, timeOf } from "./dom.js";
import { formatted } from "./entities.js";

function card(symbol, title, line) {
  return h("div", { class: "card" }, h("span", { class: "card-icon" }, icon(symbol)),
    h("span", { class: "card-words" }, h("b", {}, title), h("small", {}, line)));
}

const NOTICES = {
  group_chat_created: "membuat grup ini", new_chat_members: "menambahkan anggota", left_chat_member: "keluar dari grup",
  migrate_to_chat_id: "grup ini menjadi supergrup", migrate_from_chat_id: "supergrup ini dahulu grup biasa",
};

const BODIES = {
  photo: (message) => {
    const src = `/control/files/${encodeURIComponent(message.photo.file_unique_id)}`;
    return h("a", { href: src, target: "_blank", rel: "noopener" }, h("img", { class: "photo", src, alt: "Foto", loading: "lazy" }));
  },
  sticker: (message) => h("img", { class: "sticker", src: `/control/files/${encodeURIComponent(message.sticker.file_unique_id)}`, alt: "Stiker" }),
  voice: (message) => h("div", { class: "voice" }, h("span", { class: "card-icon" }, icon("play")),
    h("span", { class: "wave", "aria-hidden": "true" }, Array.from({ length: 22 }, (_, n) => h("i", { class: `w${(n * 7 + 3) % 6}` }))),
    h("small", {}, `Pesan suara · 0.0${message.voice.duration}`)),
  video: (message) => card("film", message.video.file_name ?? "Video", `Video · ${sizeOf(message.video.file_size)}`),
  document: (message) => h("a", { class: "file", href: `/control/files/${encodeURIComponent(message.document.file_unique_id)}`, target: "_blank", rel: "noopener" },
    card("file", message.document.file_name ?? "Berkas", sizeOf(message.document.file_size))),
  contact: (message) => card("person", message.contact.first_name, message.contact.phone_number),
  location: (message) => h("div", { class: "place" }, h("div", { class: "map", "aria-hidden": "true" }, icon("pin")),
    h("small", {}, `Lokasi ${message.location.latitude.toFixed(4)}, ${message.location.longitude.toFixed(4)}`)),
  notice: (message) => h("i", {}, NOTICES[message.notice] ?? "(pemberitahuan)"),
};

function marks(message) {
  return h("span", { class: "marks" },
    message.protected && h("span", { class: "mark-lock", title: "Pesan ini tidak bisa diteruskan" }, icon("lock"), "tidak bisa diteruskan"),
    message.silent && h("span", { title: "Dikirim tanpa bunyi" }, icon("quiet"), h("span", { class: "hidden" }, "tanpa bunyi")),
    message.deleted ? h("span", { class: "mark-deleted" }, "dihapus") : message.edited && h("span", {}, "diedit"),
    h("time", { datetime: message.date }, timeOf(new Date(message.date))));
}

function buttons(message, act) {
  return h("div", { class: "buttons" }, message.buttons.map((row) => h("div", { class: "buttons-row" },
    row.map((button) => button.url
      ? h("a", { class: `button ${button.style ?? ""}`, href: /^(https?|tg):/i.test(button.url) ? button.url : "#", target: "_blank", rel: "noopener noreferrer" }, button.text)
      : h("button", { type: "button", class: `button ${button.style ?? ""}`, "data-payload": button.callback_data,
        onclick: (event) => act.press(message, button, event.currentTarget) }, button.text)))));
}

// `mine`: on the right side. `act`: press, command, edit, find.
export function bubble(message, { mine, act, group }) {
  const answered = message.reply_to ? act.find(message.reply_to) : null;
  const inside = h("div", { class: `bubble ${mine ? "mine" : "theirs"}${message.deleted ? " gone" : ""} of-${message.kind}` },
    group && !mine && h("b", { class: "who" }, message.from.first_name),
    message.forwarded && h("small", { class: "forwarded" }, "Diteruskan"),
    answered && h("div", { class: "quote" }, answered.text.slice(0, 80) || "(lampiran)"),
    BODIES[message.kind]?.(message),
    message.text && h("div", { class: "words" }, formatted(message.text, message.entities, act.command)),
    marks(message));
  const row = h("li", { class: `row ${mine ? "mine" : "theirs"}`, "data-message": message.message_id },
    h("div", { class: "stack" }, inside,
      !message.deleted && message.buttons.length > 0 && buttons(message, act)),
    mine && !message.deleted && message.kind === "text"
      && h("button", { type: "button", class: "edit", title: "Ubah pesan", "aria-label": "Ubah pesan", onclick: () => act.edit(message) }, icon("pen")));
  return row;
}
