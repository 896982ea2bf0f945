// src/report/line.ts
function line(text, tone = "plain") {
  return { text, tone };
}
var longestPage = 104e4;

export {
  line,
  longestPage
};
