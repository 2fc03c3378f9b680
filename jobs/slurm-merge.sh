#!/bin/sh
#SBATCH --job-name=moe-capacity-merge
#SBATCH --ntasks=1
#
# Puts the parts of jobs/slurm-sweep.sh together; it refuses if a row is missing.
#
#   job=$(sbatch --parsable --array=0-63 jobs/slurm-sweep.sh SCENARIO.yaml FOLDER)
#   sbatch --dependency=afterok:$job jobs/slurm-merge.sh FOLDER TABLE.csv [csv|parquet|json]
set -eu
folder=$1
table=$2
format=${3:-csv}
exec ${MOE_CAPACITY:-npx moe-capacity} merge "$folder"/part-*."$format" --out "$table"
