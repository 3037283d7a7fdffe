using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rootscope.Accounts;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Cli.Output;

/// <summary>
/// What the inverse of a table may use of the machine, where it is kept, and how far it is: share of its work, rate, and about how long it
/// will take.
/// </summary>
internal sealed class InverseWork : IProgress<double>, IDisposable
{
    private readonly int _sectors;
    private readonly ProgressLine _line;
    private readonly KeptInverses _kept;
    private double _done = double.NaN;
    private long _began;

    private InverseWork(ParseResult parsed, FlowTable table)
    {
        _sectors = table.Size;
        _kept = new KeptInverses(new FolderWorkspace(WorkspaceFolder.Resolve(parsed.GetValue(TableArgument.Workspace))));
        Options = GlobalOptions.InverseOf(parsed) with { Store = _kept, Progress = this };
        _line = new ProgressLine(parsed, Line);
    }

    /// <summary>The options to compute with.</summary>
    public InverseOptions Options { get; }

    /// <summary>Begins to tell about the inverse of a table, once it is under way.</summary>
    public static InverseWork Of(ParseResult parsed, FlowTable table) => new(parsed, table);

    /// <summary>One line: the share of the work that is done, the rate in operations, and the time left at that rate.</summary>
    /// <param name="sectors">Sectors of the table, n; its inverse takes 2n³ operations.</param>
    /// <param name="done">The share that is done, from 0 to 1.</param>
    /// <param name="elapsed">Since it began.</param>
    public static string Line(int sectors, double done, TimeSpan elapsed)
    {
        const double Billion = 1e9;
        double operations = 2 * Math.Pow(sectors, 3) / Billion;
        double rate = elapsed > TimeSpan.Zero ? done * operations / elapsed.TotalSeconds : 0;
        string left =
            done >= 1 ? "computing the measure"
            : rate == 0 ? "starting"
            : string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling((1 - done) * operations / rate):0} s left");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"inverse of {sectors} sectors: {done * operations:0} of {operations:0} billion operations, {rate:0.#} billion/s, {left}"
        );
    }

    /// <inheritdoc/>
    public void Report(double value)
    {
        if (double.IsNaN(Volatile.Read(ref _done)))
        {
            _began = Stopwatch.GetTimestamp();
        }

        Volatile.Write(ref _done, value);
    }

    /// <summary>Leaves the error stream to the results; what was computed can still be read.</summary>
    public void FallSilent() => _line.Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        _line.Dispose();
        _kept.Dispose();
    }

    private string? Line()
    {
        double done = Volatile.Read(ref _done);
        return double.IsNaN(done) ? null : Line(_sectors, done, Stopwatch.GetElapsedTime(_began));
    }
}
