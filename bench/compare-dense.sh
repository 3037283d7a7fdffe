#!/bin/sh
# Compares the dense kernels with numpy on OpenBLAS and BLIS at their best settings, in turn, in one run, on as many threads.
#     bench/compare-dense.sh [THREADS]            default: 2
# Needs the .NET SDK. The yardstick is python3 with numpy
# (Debian: apt install python3-numpy libopenblas0-pthread libblis4-pthread); without it, ours is reported alone.
# PYTHON names another interpreter; PAIRS and INVERSE_PAIRS say how often (default 7 and 3).
# Prints lines such as gemm_ratio=0.62 (our time over the yardstick's, median of pairs) and writes bench/results/compare-dense.md.
set -eu
cd "$(dirname "$0")/.."
threads="${1:-2}"
# The system's python comes first: that is where a distribution's numpy with its own OpenBLAS is.
python="${PYTHON:-}"
if [ -z "$python" ]; then
    for candidate in /usr/bin/python3 python3; do
        if command -v "$candidate" > /dev/null && "$candidate" -c 'import numpy' 2> /dev/null; then
            python="$candidate"
            break
        fi
    done
fi
export OPENBLAS_NUM_THREADS="$threads" OMP_NUM_THREADS="$threads" MKL_NUM_THREADS="$threads"
dotnet build bench/Rootscope.Bench -c Release -nologo -v q > /dev/null
exec dotnet bench/Rootscope.Bench/bin/Release/net10.0/Rootscope.Bench.dll dense "$threads" "${PAIRS:-7}" "${INVERSE_PAIRS:-3}" "$python"
