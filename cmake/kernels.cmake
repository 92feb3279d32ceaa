# Instruction sets of the kernels: each file is built for one, and chosen at run time. They are optimised in every build.
set(KERNEL_OPTIONS "-O2")
set_source_files_properties(src/language/kernels_portable.cpp PROPERTIES COMPILE_OPTIONS "${KERNEL_OPTIONS};-Wno-psabi")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set_source_files_properties(src/language/kernels_avx2.cpp PROPERTIES COMPILE_OPTIONS "${KERNEL_OPTIONS};-mavx2")
  # GCC 12 takes the undefined operands inside its own AVX-512 headers for mistakes.
  set_source_files_properties(src/language/kernels_vnni.cpp PROPERTIES COMPILE_OPTIONS
    "${KERNEL_OPTIONS};-mavx2;-mavx512f;-mavx512bw;-mavx512vl;-mavx512vnni;-Wno-maybe-uninitialized;-Wno-uninitialized")
endif()
