// The top of the page: the hour, the faults, a new telephone.

import { call } from "./control.js";
import { h, hourOf } from "./dom.js";

const NAMES = {
  busy: "429", error: "5xx", hang: "diam", lost_answer: "jawaban hilang", reset: "Telegram mati",
  malformed: "JSON rusak", flood: "unduhan terlalu besar", duplicate: "pembaruan ganda", disorder: "urutan tertukar",
};
const SENDING = ["sendmessage", "editmessagetext", "sendphoto", "senddocument"];
const ONCE = {
  lost_answer: { methods: SENDING }, busy: { methods: SENDING, retry_after: 3 }, error: { methods: SENDING, status: 502 }, duplicate: {},
};

const at = (id) => document.getElementById(id);
let ahead = 0;

export function setClock(reading) {
  ahead = new Date(reading.now) - Date.now();
  tick();
}

function tick() {
  const shown = hourOf(new Date(Date.now() + ahead));
  if (at("hour").textContent !== shown) at("hour").textContent = shown;
}

export function showSwitches(state) {
  at("slow").checked = state.limits;
  at("down").checked = state.faults.some((fault) => fault.kind === "reset" && fault.times === null);
  at("waiting-faults").textContent = state.faults.length
    ? `Menunggu: ${state.faults.map((fault) => NAMES[fault.kind]).join(", ")}`
    : "Tidak ada gangguan.";
  at("faults").classList.toggle("on", state.faults.length > 0 || state.limits);
}

export function showLine(connected) {
  at("line").textContent = connected ? "tersambung" : "terputus, mencoba lagi…";
  at("line").classList.toggle("cut", !connected);
}

function newPhone() {
  const dialog = at("new-phone");
  const form = dialog.querySelector("form");
  at("add-phone").addEventListener("click", () => { form.reset(); dialog.showModal(); });
  at("new-phone-cancel").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", async () => {
    const given = new FormData(form);
    const fields = { name: given.get("name"), role: given.get("role"), started: given.get("started") !== null };
    if (given.get("id")) fields.id = Number(given.get("id"));
    try {
      const made = await call("POST", "/phones", fields);
      setTimeout(() => document.getElementById(`phone-${made.id}`)?.scrollIntoView({ inline: "center" }), 200);
    } catch (problem) {
      document.querySelector("main").prepend(h("p", { class: "problem", role: "alert" }, problem.message));
    }
  });
}

export function startTop() {
  for (const button of document.querySelectorAll("[data-advance]")) {
    button.addEventListener("click", async () => setClock(await call("POST", "/clock", { advance_seconds: Number(button.dataset.advance) })));
  }
  for (const button of document.querySelectorAll("[data-fault]")) {
    button.addEventListener("click", () => call("POST", "/faults", { kind: button.dataset.fault, ...ONCE[button.dataset.fault] }));
  }
  at("slow").addEventListener("change", (event) => call("POST", "/limits", { on: event.target.checked }));
  at("down").addEventListener("change", (event) => (event.target.checked
    ? call("POST", "/faults", { kind: "reset", times: null })
    : call("DELETE", "/faults")));
  at("clear-faults").addEventListener("click", () => call("DELETE", "/faults"));
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details[open]")) if (!open.contains(event.target)) open.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const open of document.querySelectorAll("details[open]")) { open.open = false; open.querySelector("summary").focus(); }
  });
  newPhone();
  setInterval(tick, 1000);
}
