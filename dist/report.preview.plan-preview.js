// src/report/preview/plan-preview.ts
var mostPictureBytes = 8e6;

export {
  mostPictureBytes
};
