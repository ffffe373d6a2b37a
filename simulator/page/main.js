// Puts the telephones side by side and keeps them up to date over one stream.

import { follow, read } from "./control.js";
import { h } from "./dom.js";
import { Phone } from "./phone.js";
import { setClock, showLine, showSwitches, startTop } from "./top.js";

const phones = new Map();
const strip = document.getElementById("phones");
const chips = document.getElementById("chips");

function drawChips() {
  chips.replaceChildren(...[...phones.values()].map((phone) => h("button", {
    type: "button",
    class: phone.unread ? "chip news" : "chip",
    onclick: () => { phone.element.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" }); phone.seen(); },
  }, phone.person.name, phone.unread ? h("span", { class: "badge", "aria-label": `${phone.unread} pesan baru` }, String(phone.unread)) : null)));
}

async function people() {
  const state = await read("/state");
  setClock(state.clock);
  showSwitches(state);
  const shown = new Set(state.phones.map((person) => person.id));
  for (const [id, phone] of phones) {
    if (!shown.has(id)) { phone.element.remove(); phones.delete(id); }
  }
  for (const person of state.phones) {
    const known = phones.get(person.id);
    if (known) known.update(person);
    else {
      const phone = new Phone(person, { changed: drawChips });
      phones.set(person.id, phone);
      await phone.refresh();
    }
  }
  const order = state.phones.map((person) => phones.get(person.id).element);
  if (order.some((element, index) => strip.children[index] !== element)) strip.replaceChildren(...order);
  for (const phone of phones.values()) if (phone.atEnd()) phone.toEnd();
  drawChips();
}

async function afresh() {
  await people();
  await Promise.all([...phones.values()].map((phone) => phone.refresh()));
}

// Events are taken one after the other: a redraw must not overtake a message.
let turn = Promise.resolve();
const hear = (event) => { turn = turn.then(() => take(event)).catch((problem) => console.error(problem)); };

const TAKES = {
  afresh,
  people: async (event) => { await people(); if (event.chat_id) await phones.get(event.chat_id)?.refresh(); },
  clock: async () => setClock(await read("/clock")),
  switches: async () => showSwitches(await read("/state")),
  toast: (event) => phones.get(event.chat_id)?.toast(event.toast),
  message: (event) => {
    for (const phone of phones.values()) {
      if (phone.chatId === event.chat_id) phone.hear(event.message, event.keyboard);
      else if (phone.has(event.chat_id)) phone.elsewhere(event.chat_id, event.message);
    }
  },
};

async function take(event) {
  await TAKES[event.what]?.(event);
}

startTop();
follow(hear, showLine);
