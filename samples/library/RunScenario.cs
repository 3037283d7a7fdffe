using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Samples;

/// <summary>What does a scenario cost, lens by lens? The region that loses most under each, and what a lens leaves out.</summary>
internal static class RunScenario
{
    public static void Write(string file, TextWriter output)
    {
        // Faults of the file are raised all together, each with its line and its repair.
        ScenarioReading reading = ScenarioFiles.Read(file, new TableLibrary());
        ScenarioResult result = ScenarioRun.Of(reading.Scenario!, reading.Table!, LensRegistry.Default.All);
        foreach (LensResult lens in result.Lenses)
        {
            RegionOutcome? worst = lens.Figures.Regions.MaxBy(r => r.Loss);
            string place = worst is null ? "no figures" : reading.Table!.Sectors.Regions[worst.Region].Code;
            output.WriteLine(FormattableString.Invariant($"{lens.Lens.Word}\t{lens.Status}\t{place}\t{worst?.Loss:P3}"));
            foreach (UnrepresentedShock shock in lens.Unrepresented)
            {
                output.WriteLine($"\tleft out: {shock.Part}: {shock.Reason}");
            }
        }
    }
}
