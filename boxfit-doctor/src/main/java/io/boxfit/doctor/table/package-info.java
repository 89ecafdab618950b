/** Tables of boxes as other programs write them: text, JSON, NumPy. */
package io.boxfit.doctor.table;
