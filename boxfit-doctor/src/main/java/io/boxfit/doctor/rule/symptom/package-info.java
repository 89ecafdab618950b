/** What goes wrong: what boxes, losses and gradients do. */
package io.boxfit.doctor.rule.symptom;
