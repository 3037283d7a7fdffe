using System.Globalization;
using Rootscope.Numerics.Dense;
using Rootscope.Tables;

namespace Rootscope.Accounts;

/// <summary>What memory an inverse takes, and the refusal of a table that is too large for it.</summary>
internal static class InverseMemory
{
    /// <summary>Bytes for the inverse and for the threads that compute it.</summary>
    public static long Bytes(int sectors, int threads) =>
        ((long)sectors * sectors * sizeof(double)) + DenseWorkspace.Bytes(sectors, threads);

    /// <summary>Refuses before anything is taken.</summary>
    /// <exception cref="ModelException">More bytes are needed than the limit allows.</exception>
    public static void Check(FlowTable table, InverseOptions options)
    {
        long needed = Bytes(table.Size, options.Threads);
        if (needed > options.MemoryLimitBytes)
        {
            throw new ModelException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the inverse of table '{table.Metadata.Id}' with {table.Size} sectors needs {needed} bytes of memory beside the "
                        + $"table, and the limit is {options.MemoryLimitBytes} bytes. "
                )
                    + "Multipliers, linkages and stages need no inverse; or aggregate the table, take one region of it, or use a "
                    + "machine with more memory."
            );
        }
    }
}
