// sandbox/stack/people.ts
var people = {
  account: {
    id: 12,
    accountId: 1012,
    name: "Publishing Bot",
    email: "publisher@acme.example",
    role: "Registered",
    reputation: 101
  },
  colleague: {
    id: 21,
    accountId: 1021,
    name: "Ada Colleague",
    email: "ada@acme.example",
    role: "Registered",
    reputation: 640
  },
  admin: {
    id: 1,
    accountId: 1001,
    name: "Site Admin",
    email: "admin@acme.example",
    role: "Moderator",
    reputation: 2501
  },
  community: {
    // From experience on Stack's sites; of Stack Internal it is not confirmed.
    id: -1,
    accountId: -1,
    name: "Community",
    email: "community@acme.example",
    role: "Registered",
    reputation: 1
  }
};
var personNames = [
  "account",
  "colleague",
  "admin",
  "community"
];
var groups = [
  { id: 1001, name: "platform", description: "Looks after the platform", members: [12, 21] },
  { id: 1002, name: "docs", description: "Looks after the documentation", members: [21] }
];
function personById(id) {
  return Object.values(people).find((person) => person.id === id) ?? null;
}

// sandbox/stack/html/html-encode.ts
var named = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function htmlEncode(text) {
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character);
}

export {
  people,
  personNames,
  groups,
  personById,
  htmlEncode
};
