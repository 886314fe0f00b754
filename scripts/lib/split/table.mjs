// Of what the first half is made: bytes of code by room of ours and by crate of others.

import { plainName } from "./binary.mjs";

/** The room or crate a function is of, by its plain name. */
function groupOf(name) {
  const own = /\bsayso::(\w+)/u.exec(name);
  return own ? `sayso::${own[1]}` : (/[a-z_][a-z0-9_]*(?=::)/u.exec(name)?.[0] ?? "other");
}

/** Bytes of code by group, of the functions that a profile names. */
export function table(module, profile) {
  const groups = {};
  module.bodies.forEach((body, nth) => {
    const name = plainName(module.names.get(module.imports.length + nth) ?? "");
    if (profile.has(name)) groups[groupOf(name)] = (groups[groupOf(name)] ?? 0) + body.length;
  });
  return Object.fromEntries(Object.entries(groups).sort(([, one], [, other]) => other - one));
}
