// src/model/destination.ts
function placeName({ site, team }) {
  return `${team === null ? "the main site" : `team ${team}`} at ${site}`;
}

export {
  placeName
};
