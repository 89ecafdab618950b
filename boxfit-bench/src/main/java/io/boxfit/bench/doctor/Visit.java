package io.boxfit.bench.doctor;

/**
 * One patient and what the doctor said.
 *
 * @param kind of fault, or the healthy base
 * @param group which table it belongs to
 * @param tuned whether thresholds were set while looking at its kind
 * @param ill whether it is a patient: faulty, and worse than its healthy twin for it
 * @param well whether it is healthy for sure: nothing was changed, and it learned
 * @param sick whether the doctor says so
 * @param right whether the cause is named that was injected
 * @param said the code of the first finding, empty where there was none
 * @param meanIou that it reached
 * @param seconds of training
 */
record Visit(
    String kind,
    String group,
    boolean tuned,
    boolean ill,
    boolean well,
    boolean sick,
    boolean right,
    String said,
    double meanIou,
    double seconds) {}
