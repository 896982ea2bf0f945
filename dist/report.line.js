// src/report/line.ts
function line(text, tone = "plain") {
  return { text, tone };
}

export {
  line
};
