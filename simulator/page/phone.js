// One telephone: head, chat, keys, input field. It shows what the control API tells and does what its calls do.

import { bubble } from "./bubble.js";
import { attachments } from "./attach.js";
import { act as perform, call, read } from "./control.js";
import { dayOf, h, icon } from "./dom.js";

const HUES = { pelapor: "rose", "petugas piket": "teal", koordinator: "amber", "manajer kasus": "blue", "kepala unit": "plum" };

export class Phone {
  constructor(person, { changed }) {
    this.changed = changed;
    this.chatId = person.id;
    this.messages = new Map();
    this.drawn = new Map();
    this.keyboard = null;
    this.unread = 0;
    this.waiting = new Set();
    this.editing = null;
    this.build(person);
    this.update(person);
  }

  build(person) {
    this.title = h("h2");
    this.role = h("p");
    this.avatar = h("span", { class: "avatar", "aria-hidden": "true" });
    this.badge = h("span", { class: "badge", hidden: true });
    this.menu = h("details", { class: "menu" }, h("summary", { "aria-label": "Menu telepon", title: "Menu" }, icon("menu")), this.menuItems = h("div", { class: "menu-items" }));
    this.tabs = h("div", { class: "tabs", role: "tablist", hidden: true });
    this.log = h("ol", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
    this.hint = h("p", { class: "hint" }, "Belum ada pesan.");
    this.below = h("button", { type: "button", class: "below", "aria-label": "Ke pesan terbaru", hidden: true, onclick: () => this.toEnd() }, icon("down"));
    this.toastBox = h("div", { class: "toast", role: "status", hidden: true });
    this.alertBox = h("div", { class: "alert", role: "alertdialog", "aria-label": "Pemberitahuan", hidden: true });
    this.keys = h("div", { class: "keys", hidden: true });
    this.editBar = h("div", { class: "edit-bar", hidden: true });
    this.input = h("textarea", { rows: "1", placeholder: "Tulis pesan…", "aria-label": `Tulis pesan sebagai ${person.name}`, onkeydown: (event) => this.typed(event), oninput: () => this.grow() });
    this.keysButton = h("button", { type: "button", class: "round plain", "aria-label": "Tampilkan tombol", title: "Tombol", hidden: true, onclick: () => this.toggleKeys() }, icon("keys"));
    this.composer = h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.sendText(); } },
      attachments((kind, fields) => this.do(kind, fields)), this.input, this.keysButton,
      h("button", { type: "submit", class: "round", "aria-label": "Kirim", title: "Kirim" }, icon("send")));
    this.gate = h("div", { class: "gate", hidden: true });
    this.element = h("section", { class: "phone", id: `phone-${person.id}`, "aria-label": `Telepon ${person.name}`, onpointerdown: () => this.seen(), onfocusin: () => this.seen() },
      h("header", { class: "head" }, this.avatar, h("div", { class: "who-is" }, this.title, this.role), this.badge, this.menu),
      this.tabs, h("div", { class: "screen" }, this.hint, this.log, this.below, this.toastBox, this.alertBox),
      this.editBar, this.keys, this.composer, this.gate);
    this.log.addEventListener("scroll", () => { this.below.hidden = this.atEnd(); }, { passive: true });
  }

  update(person) {
    this.person = person;
    this.title.textContent = person.name;
    this.role.textContent = [person.role, person.id].filter(Boolean).join(" · ");
    this.avatar.textContent = person.name.trim().slice(0, 1).toUpperCase();
    this.avatar.className = `avatar ${HUES[person.role.toLowerCase()] ?? "grey"}`;
    this.element.classList.toggle("blocked", person.blocked);
    const item = (label, does) => h("button", { type: "button", onclick: () => { this.menu.open = false; does(); } }, label);
    this.menuItems.replaceChildren(
      item(person.blocked ? "Buka blokir bot" : "Blokir bot", () => this.do(person.blocked ? "unblock" : "block")),
      item("Kirim /start", () => this.do("start")),
      item("Hapus chat di telepon ini", () => this.do("clear")),
      ...(/pelapor/i.test(person.role) ? [item("Orang baru", () => call("POST", "/phones", { replaces: person.id, name: person.name }))] : []),
      item("Singkirkan telepon", () => call("DELETE", `/phones/${person.id}`)));
    this.showGate();
    this.showTabs();
  }

  showGate() {
    const { blocked, started } = this.person;
    const own = this.chatId === this.person.id;
    const closed = own && (blocked || (!started && this.messages.size === 0));
    this.gate.hidden = !closed;
    this.composer.classList.toggle("closed", own && blocked);
    this.gate.replaceChildren(blocked
      ? h("button", { type: "button", onclick: () => this.do("unblock") }, "Bot diblokir · buka blokir")
      : h("button", { type: "button", onclick: () => this.do("start") }, "MULAI"));
    this.hint.hidden = this.messages.size > 0;
  }

  showTabs() {
    const chats = [{ id: this.person.id, title: "Bot" }, ...this.person.groups];
    this.tabs.hidden = chats.length === 1;
    this.tabs.replaceChildren(...chats.map((chat) => h("button", { type: "button", role: "tab", "aria-selected": String(chat.id === this.chatId), class: this.waiting.has(chat.id) ? "news" : "", onclick: () => this.open(chat.id) }, chat.title)));
  }

  async open(chatId) {
    this.chatId = chatId;
    this.waiting.delete(chatId);
    this.showTabs();
    await this.refresh();
  }

  has(chatId) {
    return chatId === this.person.id || this.person.groups.some((group) => group.id === chatId);
  }

  // Something came in a chat of this telephone that isn't open.
  elsewhere(chatId, message) {
    if (message.deleted || message.edited || message.kind === "notice" || message.from.id === this.person.id) return;
    this.waiting.add(chatId);
    this.showTabs();
    this.notice();
  }

  async refresh() {
    const screen = await read(`/phones/${this.person.id}/screen?chat_id=${this.chatId}`);
    this.messages = new Map(screen.messages.map((message) => [message.message_id, message]));
    this.drawn.clear();
    this.log.replaceChildren();
    this.lastDay = null;
    for (const message of this.messages.values()) this.draw(message);
    this.showKeyboard(screen.keyboard);
    this.showGate();
    this.toEnd();
  }

  // A new or changed message, live.
  hear(message, keyboard) {
    const known = this.messages.has(message.message_id);
    const follow = this.atEnd() || message.from.id === this.person.id;
    this.messages.set(message.message_id, message);
    this.draw(message);
    this.showKeyboard(keyboard);
    this.showGate();
    if (!message.deleted && message.from.id !== this.person.id) {
      this.flash(message.message_id);
      if (!known) this.notice();
    }
    if (follow) this.toEnd();
  }

  draw(message) {
    const made = bubble(message, {
      mine: message.from.id === this.person.id,
      group: this.chatId !== this.person.id,
      act: {
        press: (which, button, element) => this.press(which, button, element),
        command: (text) => this.do("say", { text }),
        edit: (which) => this.edit(which),
        find: (id) => this.messages.get(id),
      },
    });
    const old = this.drawn.get(message.message_id);
    if (old) old.replaceWith(made);
    else {
      const day = dayOf(new Date(message.date));
      if (day !== this.lastDay) this.log.append(h("li", { class: "day" }, h("span", {}, day)));
      this.lastDay = day;
      this.log.append(made);
    }
    this.drawn.set(message.message_id, made);
  }

  notice() {
    if (this.element.contains(document.activeElement)) return;
    this.unread += 1;
    this.changed(this);
    this.badge.hidden = false;
    this.badge.textContent = String(this.unread);
    this.badge.setAttribute("aria-label", `${this.unread} pesan baru`);
    this.element.classList.remove("rings");
    void this.element.offsetWidth;
    this.element.classList.add("rings");
  }

  seen() {
    if (!this.unread) return;
    this.unread = 0;
    this.badge.hidden = true;
    this.element.classList.remove("rings");
    this.changed(this);
  }

  flash(id) {
    this.drawn.get(id)?.classList.add("fresh");
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.below.hidden = true;
  }

  // Keys under the input field.
  showKeyboard(keyboard) {
    if (JSON.stringify(keyboard) === JSON.stringify(this.keyboard)) return;
    this.keyboard = keyboard;
    const rows = keyboard?.keyboard ?? [];
    this.keys.hidden = this.keysButton.hidden = rows.length === 0;
    this.keys.replaceChildren(...rows.map((row) => h("div", { class: "keys-row" }, row.map((key) =>
      h("button", { type: "button", class: `key ${key.style ?? ""}`, onclick: () => this.do("key", { text: key.text }) }, key.text)))));
    this.input.placeholder = keyboard?.input_field_placeholder ?? "Tulis pesan…";
  }

  toggleKeys() {
    this.keys.hidden = !this.keys.hidden;
  }

  async press(message, button, element) {
    element.classList.add("pressed");
    await this.do("press", { message_id: message.message_id, data: button.callback_data });
    setTimeout(() => element.classList.remove("pressed"), 4000);
  }

  toast(toast) {
    for (const element of this.log.querySelectorAll(".pressed")) element.classList.remove("pressed");
    if (!toast.text) return;
    if (toast.alert) {
      const close = h("button", { type: "button", onclick: () => { this.alertBox.hidden = true; } }, "OK");
      this.alertBox.replaceChildren(h("p", {}, toast.text), close);
      this.alertBox.hidden = false;
      return;
    }
    this.say(toast.text);
  }

  say(text) {
    this.toastBox.textContent = text;
    this.toastBox.hidden = false;
    clearTimeout(this.toastEnds);
    this.toastEnds = setTimeout(() => { this.toastBox.hidden = true; }, 5000);
  }

  edit(message) {
    this.editing = message;
    this.editBar.hidden = false;
    this.editBar.replaceChildren(h("span", {}, "Mengubah pesan"), h("button", { type: "button", class: "round plain", "aria-label": "Batal mengubah", onclick: () => this.stopEditing() }, icon("close")));
    this.input.value = message.text;
    this.grow();
    this.input.focus();
  }

  stopEditing() {
    this.editing = null;
    this.editBar.hidden = true;
    this.input.value = "";
    this.grow();
  }

  typed(event) {
    if (event.key === "Escape" && this.editing) this.stopEditing();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.sendText();
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 120)}px`;
  }

  async sendText() {
    const text = this.input.value;
    if (!text.trim()) return;
    const edited = this.editing;
    this.stopEditing();
    if (edited) await this.do("edit", { message_id: edited.message_id, text });
    else await this.do("say", { text });
  }

  async do(name, fields = {}) {
    try {
      await perform(this.person.id, name, this.chatId === this.person.id ? fields : { ...fields, chat_id: this.chatId });
    } catch (problem) {
      this.say(problem.message);
    }
  }
}
