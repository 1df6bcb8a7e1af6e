# Stoffprobe: from a data set of images to an honest comparison of neural networks.
# 'make help' lists all targets.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# With -j, too, one command after the other: there is one lock for an output folder.
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules

PIPELINE ?= pipelines/fashion-mnist.yaml
SWEEP ?= pipelines/sweep.yaml
OUTPUT ?= output
FORCE ?=
ARGS ?=
CUDA ?=
SPARK ?=

STOFFPROBE := target/stoffprobe
WITH_CUDA := $(filter-out 0,$(CUDA))
WITH_SPARK := $(filter-out 0,$(SPARK))
MVN := mvn --batch-mode --quiet -Dstyle.color=never $(if $(WITH_CUDA),-Pcuda) $(if $(WITH_SPARK),-Pspark)
# Missing, they make the program be built again, though no source changed.
CUDA_RUNTIME := $(if $(WITH_CUDA),target/cuda/libcudart.so.12)
SPARK_SIDE := $(if $(WITH_SPARK),target/spark/stoffprobe-spark.jar)
COMMON := --output "$(OUTPUT)"
FORCED := $(if $(filter-out 0,$(FORCE)),--force)
SOURCES := $(shell find src/main $(if $(WITH_SPARK),src/spark/java src/spark/resources) pom.xml -type f 2>/dev/null | sed 's/ /\\ /g')
# What a start loads, archived as it lies in memory: see src/docs/adr/0012-archived-classes.md.
ARCHIVE := target/archived/classes.jsa
ARCHIVING := -XX:ArchiveClassesAtExit=$(ARCHIVE) -Xlog:cds=off -Xlog:cds+dynamic=off
define ARCHIVE_CLASSES
	@rm -rf target/archived target/stoffprobe-*.jsa; mkdir -p target/archived
	@JAVA_TOOL_OPTIONS="$$JAVA_TOOL_OPTIONS $(ARCHIVING)" $(STOFFPROBE) run pipelines/smoke.yaml preprocess \
	  --output target/archived >/dev/null 2>&1 \
	  && mv $(ARCHIVE) target/stoffprobe-$$(($$(wc -c <$(ARCHIVE)))).jsa || :
	@# An archive that this JVM has something to say about is worth less than silence.
	@[ -z "$$($(STOFFPROBE) --version 2>&1 >/dev/null)" ] || rm -f target/stoffprobe-*.jsa
	@rm -rf target/archived
endef
BENCH := target/bench/built
BENCH_SOURCES := $(shell find src/bench pom.xml -type f 2>/dev/null | sed 's/ /\\ /g')
# The libraries of the tests. What 'make torture' asks within its own process is asked in the environment
# that the launcher makes.
TORTURE := target/torture.classpath
REPETITIONS ?=
PARTS ?=

##@ The two commands

.PHONY: all
all: $(STOFFPROBE) ## From the data set to output/<pipeline>/6-report/report.html; does only what is not up to date
	@$(STOFFPROBE) run "$(PIPELINE)" $(COMMON) $(FORCED) $(ARGS)

.PHONY: test
test: prerequisites ## Run all tests
	@mvn --batch-mode --no-transfer-progress verify
	$(ARCHIVE_CLASSES)

.PHONY: test-spark
test-spark: ## The tests with Apache Spark, master and workers included; builds with SPARK=1
	@$(MAKE) --no-print-directory build SPARK=1
	@mvn --batch-mode --no-transfer-progress -Pspark test-compile surefire:test -Dtest='Spark*Test,ParcelTest'

##@ Single stages: each brings what it needs up to date; FORCE=1 runs it anyway

STAGES := ingest explore preprocess evaluate report
.PHONY: $(STAGES)
ingest: ## Find, check and unpack the data set
explore: ## Count, sample and look at it
preprocess: ## Write the arrays that training feeds
train-%: $(STOFFPROBE) ## Train one model of the pipeline file: make train-cnn
	@$(STOFFPROBE) run "$(PIPELINE)" $@ $(COMMON) $(FORCED) $(ARGS)
evaluate: ## Predictions, metrics and the comparison
report: ## The HTML report
$(STAGES): $(STOFFPROBE)
	@$(STOFFPROBE) run "$(PIPELINE)" $@ $(COMMON) $(FORCED) $(ARGS)

##@ Questions

.PHONY: status
status: $(STOFFPROBE) ## What is stale, and why
	@$(STOFFPROBE) status "$(PIPELINE)" $(COMMON)

.PHONY: verify
verify: $(STOFFPROBE) ## Hash all results again and compare with what was recorded
	@$(STOFFPROBE) verify "$(PIPELINE)" $(COMMON)

.PHONY: nightly
nightly: $(STOFFPROBE) ## Run everything in a fresh folder and compare with the baseline, bit by bit
	@$(STOFFPROBE) nightly "$(PIPELINE)" $(COMMON) $(ARGS)

.PHONY: sweep
sweep: $(STOFFPROBE) ## Train with many seeds or settings, and tell what the runs say together; FORCE=1 trains all anew
	@$(STOFFPROBE) sweep "$(SWEEP)" $(COMMON) $(FORCED) $(ARGS)

.PHONY: doctor
doctor: $(STOFFPROBE) ## What of this machine works, what does not, and what to do
	@$(STOFFPROBE) doctor "$(PIPELINE)"

##@ Speed

.PHONY: bench
bench: $(BENCH) ## Measure it against its peer, to output/bench/; on a quiet machine
	@exec "$${JAVA_HOME:+$$JAVA_HOME/bin/}java" -Djava.awt.headless=true \
	  -cp "target/bench/classes:target/stoffprobe.jar:target/lib/*" stoffprobe.bench.Bench \
	  $(if $(REPETITIONS),--repetitions $(REPETITIONS)) $(if $(PARTS),--parts $(PARTS)) $(ARGS)

$(BENCH): $(STOFFPROBE) $(BENCH_SOURCES)
	@echo "Building the benchmark; the first time fetches about 120 MB of the peer's libraries ..." >&2
	@$(MVN) -Pbench compiler:compile@bench dependency:copy-dependencies@bench >&2
	@touch $@

##@ Robustness

.PHONY: torture
torture: $(STOFFPROBE) ## Kill, starve, damage and race runs on purpose; prints what was survived
	@$(MVN) test-compile dependency:build-classpath -Dmdep.outputFile=$(TORTURE) -Dmdep.includeScope=test >&2
	@exec env LC_ALL=C.UTF-8 TF_ENABLE_ONEDNN_OPTS=1 TF_DETERMINISTIC_OPS=1 TF_CPP_MIN_LOG_LEVEL=2 \
	  NVIDIA_TF32_OVERRIDE=0 TF_FORCE_GPU_ALLOW_GROWTH=true \
	  "$${JAVA_HOME:+$$JAVA_HOME/bin/}java" -Djava.awt.headless=true \
	  -cp "target/test-classes:target/classes:$$(cat $(TORTURE))" stoffprobe.torture.Torture $(ARGS)

##@ Building

.PHONY: build
build: $(STOFFPROBE) ## Build the program: target/stoffprobe

.PHONY: format
format: prerequisites ## Format the sources
	@$(MVN) spotless:apply

.PHONY: clean
clean: ## Remove what was built; results in output/ stay
	@rm -rf target

.PHONY: help
help: ## This list
	@awk 'BEGIN {FS = ":.*## "} \
	  /^##@ / {printf "\n%s\n", substr($$0, 5)} \
	  /^[a-z%-]+:.*## / {name = $$1; sub(/%/, "<model>", name); printf "  %-16s %s\n", name, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "Variables"
	@echo "  PIPELINE=FILE    another pipeline file (default $(PIPELINE))"
	@echo "  SWEEP=FILE       another sweep's file (default $(SWEEP))"
	@echo "  OUTPUT=DIR       another output folder (default $(OUTPUT))"
	@echo "  FORCE=1          run the stage even if it is up to date"
	@echo "  REPETITIONS=N    bench: how often each side takes its turn (default 3)"
	@echo "  PARTS=a,b        bench: only these of run, matrix, training, classification, notebook"
	@echo "  CUDA=1           'make clean build CUDA=1' also fetches CUDA 12 and cuDNN 9 (2 GB), for a"
	@echo "                   machine that has NVIDIA's driver and nothing else"
	@echo "  SPARK=1          'make clean build SPARK=1' also fetches Apache Spark (280 MB), for many machines"
	@echo "  ARGS=...         more options for the command, e.g. ARGS='--set training.epochs=2'"

$(STOFFPROBE): $(SOURCES) $(CUDA_RUNTIME) $(SPARK_SIDE) | prerequisites
	@echo "Building target/stoffprobe; the first build fetches about $(if $(WITH_CUDA),2.7 GB,300 MB) of libraries ..." >&2
	@$(MVN) -DskipTests package >&2
	$(ARCHIVE_CLASSES)
	@touch $@

target/cuda/libcudart.so.12 target/spark/stoffprobe-spark.jar: ; @:

.PHONY: prerequisites
prerequisites:
	@command -v java >/dev/null 2>&1 || [ -x "$${JAVA_HOME:-}/bin/java" ] || { \
	  echo "JDK 17 or newer is missing: install it (Debian, Ubuntu: apt install openjdk-17-jdk-headless)." >&2; exit 1; }
	@command -v javac >/dev/null 2>&1 || [ -x "$${JAVA_HOME:-}/bin/javac" ] || { \
	  echo "A Java compiler is missing: install a JDK, not only a JRE (Debian, Ubuntu: apt install openjdk-17-jdk-headless)." >&2; exit 1; }
	@command -v mvn >/dev/null 2>&1 || { \
	  echo "Maven is missing: install it (Debian, Ubuntu: apt install maven)." >&2; exit 1; }
