// exp and log that give the same bits on every machine; the C library's differ in the last bit between processors.
#pragma once

namespace entente {

/// e to the power of `x`, to about 1e-15 relative; 0 below -700, the value at 700 above.
double portable_exp(double x);

/// Natural logarithm of a positive finite `x`, to about 1e-15 absolute near 1.
double portable_log(double x);

}  // namespace entente
