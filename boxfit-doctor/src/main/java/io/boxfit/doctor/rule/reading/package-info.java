/** What goes into a network and comes out of it is taken otherwise than in training. */
package io.boxfit.doctor.rule.reading;
