package io.boxfit.bench.doctor;

import java.util.List;

/**
 * Faults, and the trainings that each of them is put into.
 *
 * @param faults that make sick
 * @param hosts that work without
 */
record Injections(List<Fault> faults, List<Base> hosts) {}
