import{openSite}from"./chunk-FQGFC7WP.js";import"./chunk-BEXVO5PF.js";import"./chunk-WCMQ74I5.js";import"./chunk-YF2DW623.js";import"./chunk-YPFLS56G.js";import"./chunk-QZSOVVIC.js";export{openSite};
