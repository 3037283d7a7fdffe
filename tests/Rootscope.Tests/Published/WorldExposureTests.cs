using Rootscope.Accounts;
using Rootscope.Accounts.Exposure;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Published;

/// <summary>
/// Exposure of manufacturing in the world table of 2011, as computed elsewhere from the table before its cells were rounded.
/// </summary>
public class WorldExposureTests
{
    /// <summary>Percent are printed with two decimals.</summary>
    private const double Printed = 0.005;

    private static readonly Lazy<InputExposure> Exposure = new(() =>
        InputExposure.Of(TotalRequirements.Of(EmbeddedTables.Read("world-2011"), InputOrigin.All))
    );

    [Theory]
    [InlineData("USA", "CHN", 6.30, 2.80)]
    [InlineData("CHN", "JPN", 2.22, 1.03)]
    [InlineData("CHN", "KOR", 1.81, 0.98)]
    [InlineData("CHN", "TWN", 1.26, 1.02)]
    [InlineData("DEU", "CHN", 6.24, 2.82)]
    public void Manufacturing_depends_on_others_more_than_it_buys_of_them(string buyer, string source, double lookThrough, double faceValue)
    {
        FlowTable world = EmbeddedTables.Read("world-2011");
        SourceShare share = Exposure.Value.OfRegion(world.Sectors.FindRegion(buyer), ManufacturingIndustries.Of(world))[
            world.Sectors.FindRegion(source)
        ];
        Assert.Equal(lookThrough, share.LookThrough!.Value * 100, Printed);
        Assert.Equal(faceValue, share.FaceValue!.Value * 100, Printed);
    }
}
