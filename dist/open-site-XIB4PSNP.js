import{openSite}from"./chunk-ELDX5JAW.js";import"./chunk-BEXVO5PF.js";import"./chunk-YPU5DQ2Q.js";import"./chunk-YF2DW623.js";import"./chunk-YPFLS56G.js";import"./chunk-QZSOVVIC.js";export{openSite};
