using System.Globalization;
using System.Runtime.CompilerServices;
using CsCheck;

namespace Rootscope.Tests;

/// <summary>
/// Holds a law on generated cases. The cases are drawn from the name of the test, so that every run of one state of the project tries the
/// same ones: a law that fails in one case of a thousand fails for whoever changed it, never for whoever runs it next.
/// <c>ROOTSCOPE_CASES</c> multiplies the number of cases and moves on to others.
/// </summary>
internal static class Laws
{
    /// <summary>How many times the usual number of cases to try; 1 in the normal run.</summary>
    private static int Times { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("ROOTSCOPE_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out int times)
        && times > 0
            ? times
            : 1;

    /// <summary>Whether more than the normal run was asked for: then what takes minutes is done whole.</summary>
    public static bool AsksForMore => Times > 1;

    public static void ForAll<T>(
        this Gen<T> cases,
        Action<T> law,
        int count = 100,
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = ""
    )
    {
        uint stream = Stream($"{Path.GetFileNameWithoutExtension(file)}.{test}");
        for (int i = 0; i < count * Times; i++)
        {
            var random = new PCG(stream, (ulong)i);
            string seed = random.ToString();
            T @case = cases.Generate(random, null, out _);
            try
            {
                law(@case);
            }
            catch
            {
                // The library takes the case up from its seed, looks for a smaller one and prints it; should the law hold at the second
                // try, the first fault still counts.
                cases.Sample(law, seed: seed, iter: count);
                throw;
            }
        }
    }

    public static void ForAll<T1, T2>(
        this Gen<(T1, T2)> cases,
        Action<T1, T2> law,
        int count = 100,
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = ""
    ) => cases.ForAll(it => law(it.Item1, it.Item2), count, test, file);

    public static void ForAll<T1, T2, T3>(
        this Gen<(T1, T2, T3)> cases,
        Action<T1, T2, T3> law,
        int count = 100,
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = ""
    ) => cases.ForAll(it => law(it.Item1, it.Item2, it.Item3), count, test, file);

    public static void ForAll<T1, T2, T3, T4>(
        this Gen<(T1, T2, T3, T4)> cases,
        Action<T1, T2, T3, T4> law,
        int count = 100,
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = ""
    ) => cases.ForAll(it => law(it.Item1, it.Item2, it.Item3, it.Item4), count, test, file);

    public static void ForAll<T1, T2, T3, T4, T5>(
        this Gen<(T1, T2, T3, T4, T5)> cases,
        Action<T1, T2, T3, T4, T5> law,
        int count = 100,
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = ""
    ) => cases.ForAll(it => law(it.Item1, it.Item2, it.Item3, it.Item4, it.Item5), count, test, file);

    /// <summary>FNV-1a of the name: the same on every machine, unlike the hash codes of strings.</summary>
    private static uint Stream(string name) => name.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
