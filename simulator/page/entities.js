// Shows formatted text: entities count in UTF-16 units, as JavaScript's strings do.

import { h } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

const safe = (address) => (/^(https?|tg|mailto):/i.test(address) ? address : null);

function link(address, children) {
  const target = safe(address);
  return target ? h("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, children) : h("span", {}, children);
}

function wrap(entity, text, children, command) {
  if (TAGS[entity.type]) return h(TAGS[entity.type], {}, children);
  switch (entity.type) {
    case "text_link": return link(entity.url, children);
    case "url": return link(/^[a-z]+:/i.test(text) ? text : `https://${text}`, children);
    case "email": return link(`mailto:${text}`, children);
    case "spoiler": return h("button", { type: "button", class: "spoiler", title: "Tampilkan", onclick: (event) => event.currentTarget.classList.add("seen") }, children);
    case "bot_command": return h("button", { type: "button", class: "command", onclick: () => command(text) }, children);
    case "mention": case "text_mention": case "hashtag": return h("span", { class: "mention" }, children);
    default: return h("span", {}, children);
  }
}

// The nodes of text[from, to), the entities inside one another as they lie.
function nodes(text, entities, from, to, command) {
  const made = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    index += 1;
    if (start >= end) continue;
    const inner = [];
    const later = [];
    for (const other of entities.slice(index)) {
      if (other.offset < end) inner.push(other);
      else later.push(other);
    }
    if (start > at) made.push(text.slice(at, start));
    made.push(wrap(entity, text.slice(start, end), nodes(text, inner, start, end, command), command));
    // A block ends its line by itself.
    at = BLOCKS.has(entity.type) && text[end] === "\n" ? Math.min(end + 1, to) : end;
    entities = later;
    index = 0;
  }
  if (at < to) made.push(text.slice(at, to));
  return made;
}

export function formatted(text, entities, command) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(text, sorted, 0, text.length, command);
}
