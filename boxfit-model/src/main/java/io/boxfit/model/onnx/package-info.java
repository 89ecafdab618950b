/**
 * Writes trained networks as ONNX files that give boxes for plain pictures, with nothing around.
 */
package io.boxfit.model.onnx;
