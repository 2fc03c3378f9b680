#!/bin/sh
#SBATCH --job-name=moe-capacity-sweep
#SBATCH --array=0-6
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#
# A sweep as a Slurm job array: task i of n computes every n-th row from row i on.
#
#   sbatch --array=0-63 jobs/slurm-sweep.sh SCENARIO.yaml FOLDER [csv|parquet|json]
#
# FOLDER is one that all nodes see. A task that is started again leaves a finished part as it is; to start only some
# tasks again, say of how many there are: sbatch --array=3,17 --export=ALL,SHARDS=64 jobs/slurm-sweep.sh …
set -eu
scenario=$1
folder=$2
format=${3:-csv}
shards=${SHARDS:-$SLURM_ARRAY_TASK_COUNT}
mkdir -p "$folder"
exec ${MOE_CAPACITY:-npx moe-capacity} sweep "$scenario" \
  --shard "$SLURM_ARRAY_TASK_ID/$shards" \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" \
  --out "$folder/part-$SLURM_ARRAY_TASK_ID.$format"
