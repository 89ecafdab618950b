/**
 * What is in a data set and what is wrong with it: statistics, faults, pictures, a cleaned copy.
 */
package io.boxfit.data.check;
