"""Files of NumPy for the tests of tables, in src/test/resources/tables.

Usage: python3 tables_golden.py ../resources/tables

The array of every good file is BOXES, rounded as its type rounds; integers hold 10 * BOXES.
"""
import io
import pickle
import sys
from pathlib import Path

import numpy as np

BOXES = np.array([[1.5, 2, 30.25, 40], [0, 0, 10, 12.5], [7, 8, 9.75, 100]])
OUT = Path(sys.argv[1])
OUT.mkdir(parents=True, exist_ok=True)


def save(name, array, version=None):
    with open(OUT / name, "wb") as file:
        np.lib.format.write_array(file, array, version=version, allow_pickle=True)


for kind in ["<f2", ">f2", "<f4", ">f4", "<f8", ">f8"]:
    save(f"float-{'little' if kind[0] == '<' else 'big'}-{kind[2]}.npy", BOXES.astype(kind))
for kind in ["i1", "<i2", ">i4", "<i8", "u1", ">u2", "<u4", ">u8"]:
    save(f"integer-{kind.strip('<>')}.npy", (10 * BOXES).clip(0, 127).round().astype(kind))
save("unsigned-large.npy", np.array([[2**64 - 2**12, 2**63, 2**32, 0]], dtype="u8"))
save("fortran.npy", np.asfortranarray(BOXES))
save("one-each.npy", BOXES[:, None, :].astype("f4"))
save("single.npy", BOXES[0])
for version in [(1, 0), (2, 0), (3, 0)]:
    save(f"version-{version[0]}.npy", BOXES, version)
save("special.npy", np.array([[np.nan, np.inf, -np.inf, -0.0], [6e-8, 65504, -2, 1]], dtype="f2"))

save("turned.npy", np.ascontiguousarray(BOXES.T))
save("flat.npy", BOXES.ravel())
save("empty.npy", np.zeros((0, 4)))
save("complex.npy", BOXES.astype("c16"))
save("objects.npy", BOXES.astype(object))
save("structured.npy", np.array([(1, 2, 3, 4)], dtype=[(n, "f4") for n in ["x", "y", "w", "h"]]))
save("strings.npy", BOXES.astype("U8"))

np.savez(OUT / "stored.npz", BOXES)
np.savez_compressed(OUT / "deflated.npz", BOXES)
np.savez(OUT / "named.npz", images=np.zeros(5), boxes=BOXES, scores=np.ones(3))
np.savez(OUT / "ambiguous.npz", pred=BOXES, truth=BOXES)
np.savez(OUT / "unnamed.npz", BOXES, BOXES)
np.savez_compressed(OUT / "bomb.npz", boxes=np.zeros((3_000_000, 4), dtype="u1"))
with open(OUT / "pickled.pkl", "wb") as file:
    pickle.dump(BOXES.tolist(), file)

np.savetxt(OUT / "savetxt.txt", BOXES, header="xmin ymin xmax ymax")
(OUT / "printed.txt").write_text(str(BOXES) + "\n")
