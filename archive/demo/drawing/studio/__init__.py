"""The draughtsman's means: seeded noise, a camera, solids, cut-outs, and the plate they are laid on."""
