/** Losses, optimisers and how a training goes. */
package io.boxfit.doctor.rule.training;
