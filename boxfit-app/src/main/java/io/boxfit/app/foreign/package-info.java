/**
 * Asks a network from any framework, in an ONNX file, about pictures whose boxes are known: which
 * preparation of its input and which reading of its output make it work, and whether it looks at
 * the picture. What it says becomes evidence for the doctor.
 */
package io.boxfit.app.foreign;
