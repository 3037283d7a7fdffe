using System.Diagnostics.Metrics;

namespace Rootscope.Web.Settings;

/// <summary>What the site counts of itself. No count says anything of a visitor.</summary>
internal sealed class SiteMeter : IDisposable
{
    public const string Name = "Rootscope.Web";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _runSeconds;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _imports;

    public SiteMeter()
    {
        _runs = _meter.CreateCounter<long>("rootscope.runs", "{run}", "Scenarios that ended, by stage.");
        _runSeconds = _meter.CreateHistogram<double>("rootscope.run.duration", "s", "How long a scenario was computed.");
        _refused = _meter.CreateCounter<long>("rootscope.requests.refused", "{request}", "Requests beyond the limits.");
        _imports = _meter.CreateCounter<long>("rootscope.imports", "{table}", "Imports of tables that ended, by stage.");
    }

    public void RunEnded(string stage, TimeSpan took)
    {
        _runs.Add(1, KeyValuePair.Create<string, object?>("stage", stage));
        _runSeconds.Record(took.TotalSeconds);
    }

    public void Refused() => _refused.Add(1);

    public void ImportEnded(string stage) => _imports.Add(1, KeyValuePair.Create<string, object?>("stage", stage));

    public void Dispose() => _meter.Dispose();
}
