using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>
/// What a firm loses, given what its suppliers and customers lose. Sums run over a firm's own list, so that they do not depend on who has
/// changed.
/// </summary>
internal static class CascadeKernels
{
    /// <summary>
    /// The worst group of inputs: for an essential sector the share missing of it, for important inputs together the share missing of all.
    /// </summary>
    /// <param name="inputs">Suppliers, the last of each group marked.</param>
    /// <param name="shares">Λ of each.</param>
    /// <param name="missing">What each firm of the network no longer delivers and nobody replaces: σ times loss.</param>
    public static double MissingInput(ReadOnlySpan<int> inputs, ReadOnlySpan<double> shares, ReadOnlySpan<double> missing)
    {
        Debug.Assert(inputs.Length == shares.Length);
        ref int input = ref MemoryMarshal.GetReference(inputs);
        ref double share = ref MemoryMarshal.GetReference(shares);
        ref double lost = ref MemoryMarshal.GetReference(missing);
        double worst = 0;
        double sum = 0;
        for (int e = 0; e < inputs.Length; e++)
        {
            int entry = Unsafe.Add(ref input, e);
            sum += Unsafe.Add(ref share, e) * Unsafe.Add(ref lost, entry & ~CascadeGraph.LastOfGroup);

            // Two choices without a jump: the ends of groups come too irregularly to be foretold.
            bool ends = entry < 0;
            worst = ends && sum > worst ? sum : worst;
            sum = ends ? 0 : sum;
        }

        return Math.Min(1, worst);
    }

    /// <summary>The share of a firm's sales that its customers no longer take.</summary>
    public static double LostSales(ReadOnlySpan<int> customers, ReadOnlySpan<double> shares, ReadOnlySpan<double> losses)
    {
        Debug.Assert(customers.Length == shares.Length);
        ref int customer = ref MemoryMarshal.GetReference(customers);
        ref double share = ref MemoryMarshal.GetReference(shares);
        ref double loss = ref MemoryMarshal.GetReference(losses);
        double sum = 0;
        for (int e = 0; e < customers.Length; e++)
        {
            sum += Unsafe.Add(ref share, e) * Unsafe.Add(ref loss, Unsafe.Add(ref customer, e));
        }

        return Math.Min(1, sum);
    }

    /// <summary>What a market still makes: Σ s (1 - loss) over its firms.</summary>
    public static double Remaining(ReadOnlySpan<double> sales, ReadOnlySpan<double> losses)
    {
        double sum = 0;
        for (int i = 0; i < sales.Length; i++)
        {
            sum += sales[i] * (1 - losses[i]);
        }

        return sum;
    }
}
