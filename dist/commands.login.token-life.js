import {
  counted
} from "./model.counted.js";

// src/commands/login/token-life.ts
function timeOf(instant) {
  return new Date(instant).toISOString().replace(/\.\d+/, "");
}
function lifeOf(milliseconds) {
  const minutes = Math.round(milliseconds / 6e4);
  if (minutes < 120) return counted(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return hours <= 48 ? counted(hours, "hour") : counted(Math.floor(hours / 24), "day");
}

export {
  timeOf,
  lifeOf
};
