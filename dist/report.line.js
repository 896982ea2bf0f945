// src/report/line.ts
function line(text, tone = "plain") {
  return { text, tone };
}
var longestPage = 1e6;

export {
  line,
  longestPage
};
