"""Acts published failures again: their traces are NAME-SEED.jsonl.

usage: act_real_programs.py FOLDER_OF_THE_RECORDER FOLDER_FOR_TRACES
"""
import os
import sys
import warnings

sys.path.insert(0, os.path.abspath(sys.argv[1]))
os.chdir(sys.argv[2])

import real_programs  # noqa: E402

warnings.simplefilter("ignore")
for name in ("statistics_never_kept", "rate_left_at_a_ten_millionth", "softmax_on_coordinates"):
    real_programs.main(name, 1)
print("{}")
