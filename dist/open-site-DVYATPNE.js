import{openSite}from"./chunk-QYY4RSHA.js";import"./chunk-BEXVO5PF.js";import"./chunk-A4H4IQWK.js";import"./chunk-T4AWRCBB.js";import"./chunk-YPFLS56G.js";import"./chunk-QZSOVVIC.js";export{openSite};
