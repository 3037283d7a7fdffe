using Rootscope.Accounts.Decomposition;
using Rootscope.Accounts.Exposure;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>A question of every kind, plain and with every option changed.</summary>
public partial class QuestionTests
{
    public static TheoryData<Question> Questions =>
        [
            new RootQuestion(),
            new RootQuestion(
                new EconomyQuestion("world-2011")
                {
                    Region = "CHN",
                    Capital = CapitalTreatment.Off,
                    Technologies = EconomyQuestion.None,
                    Ratings = RatingUse.Off,
                    Elasticities = "long-run",
                }
            )
            {
                Lens = LensRegistry.Default.Named("cascade"),
                By = RootSubject.Technology,
                Cut = 0.1 + 0.2,
                Supply = SupplyScope.Domestic,
                Trade = TradeClosure.Factor,
                OwnUse = OwnUseTreatment.Gross,
                CutAs = CutKind.Quantity,
                Essentiality = "all-essential",
                Sort = RootMeasures.Reach,
                Draws = 40,
                Seed = long.MaxValue,
                DrawsSources = false,
                Top = 7,
            },
            new RootQuestion(new EconomyQuestion("world-2011") { Region = "DEU" }) { Supply = SupplyScope.Imported, Origin = "all" },
            new StakeQuestion(new EconomyQuestion("world-2011") { Region = "CHN", Ratings = RatingUse.Off })
            {
                Cut = 0.2,
                Supply = SupplyScope.Imported,
                Capital = StakeCapital.Flow,
                Elasticities = "long-run",
                Exports = 0,
                Horizon = 2.5,
                AtMostYears = 20,
                Discount = 0.03,
                By = RootSubject.Technology,
                Top = 7,
            },
            new StakeOfOneQuestion(
                "078",
                new StakeQuestion("usa-2017")
                {
                    Cut = 0.3,
                    Capital = StakeCapital.Flow,
                    AtMostYears = 5,
                }
            )
            {
                Supply = SupplyScope.Domestic,
                Alone = true,
            },
            new StakeOfOneQuestion("logic_chips"),
            new TechnologyQuestion("先进逻辑 \"chips\" {cut}", "usa-2017") { Draws = 3 },
            new ScreenQuestion("示例 \"firm\" {list}"),
            new ScreenQuestion("Acme")
            {
                Lists = ["own", "plain:a.csv"],
                Threshold = 0.9,
                Of = Rootscope.Screening.Lists.RecordKind.Vessel,
                Top = 3,
            },
            new OwnersQuestion("owners.csv", "2026-01-31"),
            new OwnersQuestion("a.csv", "2024-07-03")
            {
                Rule = "eu",
                Lists = ["own"],
                Listed = ["Acme", "Beta"],
                Threshold = 0.9,
                AcceptMatches = true,
                Top = 5,
            },
            new ScenarioQuestion("name: A\ntable: china-2020\n")
            {
                Capital = CapitalTreatment.Off,
                Technologies = EconomyQuestion.None,
                Ratings = RatingUse.Any,
                Elasticities = "long-run",
                Essentiality = "ihs",
                Lenses = [LensRegistry.Default.Named("cascade")],
            },
            new AccountsQuestion(),
            new AccountsQuestion("EXTRACTION-partial", "usa-2017") { Sort = AccountOrder.Value, Top = 7 },
            new AccountsQuestion("extraction-bilateral", "world-2011") { Supplier = "TWN.c14", Buyer = "CHN" },
            new WeakSpotQuestion("USA")
            {
                Rule = "eu2021",
                Table = "usa-2017",
                Trade = ["a.csv", "b.csv"],
                Countries = "c.csv",
                Exports = "e.csv",
                Holdings = "h.csv",
                Exposure = InputOriginUse.Off,
                Stake = new StakeQuestion(new EconomyQuestion { CapitalFlows = "flows.csv" })
                {
                    Cut = 0.3,
                    Exports = 0,
                    Horizon = 2,
                },
                Supply = SupplyScope.Domestic,
            },
            new WeakSpotQuestion("DEU") { Measure = WeakSpotMeasure.Leverage },
            new WeakSpotOfOneQuestion("semi_equipment", new WeakSpotQuestion("USA") { Rule = "eu2021" }),
            new SweepQuestion("name: A\ntable: china-2020\n"),
            new SweepQuestion(new ScenarioQuestion("name: B\ntable: china-2020\n") { Ratings = RatingUse.Off }) { Nest = Nest.AmongInputs },
            new ValidityQuestion("china-2020", "experts.csv"),
            new ValidityQuestion(new RootQuestion("usa-2017") { Cut = 0.7, Supply = SupplyScope.Imported }, "experts.csv")
            {
                Items = "_c",
                Seed = 7,
                Draws = 200,
                Permutations = 0,
            },
            new ExposureQuestion("USA"),
            new ExposureQuestion("CHN", "icio")
            {
                Source = "TWN",
                Industries = ["c14", "c13"],
                Of = ExposureBase.Output,
            },
            new PathsQuestion { Final = "079" },
            new PathsQuestion("world-2011")
            {
                Root = "c14",
                Region = "TWN",
                Indicator = PathIndicator.Output,
                Threshold = 0.01,
                Tiers = 6,
            },
            new DecompositionQuestion("china-2018", "china-2020")
            {
                Measure = DecomposedTotal.ValueAdded,
                Method = DecompositionMethod.Polar,
            },
            new ComplexityQuestion("exports.csv"),
            new ComplexityQuestion("baci")
            {
                Columns = "country=geo",
                Year = "all",
                Of = ComplexitySubject.Pairs,
                Filter = ComparedCountries.All,
                Population = "people.csv",
                Outlook = OutlookConvention.Atlas,
                Country = "CHN",
                Product = "8486",
                Top = 3,
            },
            new DependenceQuestion("trade.csv") { Importer = "CHN" },
            new DependenceQuestion(["a.csv", "b.csv"])
            {
                Countries = "c.csv",
                Bloc = "EU27",
                AsOne = ["CSK"],
                Rule = "eu2021",
                Years = "2018,2020-2021",
                Products = ["84", "85"],
                Production = "made.csv",
                Network = true,
                Only = DependenceSelection.Flagged,
                Sort = DependenceOrder.Imports,
                Top = 5,
            },
            new NetworkRiskQuestion("edges.csv", "firms.csv")
            {
                Cascade = new CascadeQuestion
                {
                    Essentiality = CascadeQuestion.AllEssential,
                    Market = "district",
                    Stop = CascadeStop.FixedPoint,
                    Epsilon = 1e-9,
                    Weight = CascadeWeight.Revenue,
                },
                Select = "top:7",
                Top = 3,
            },
            new BlacklistQuestion("edges.csv", "firms.csv", "listed.csv")
            {
                Cascade = new CascadeQuestion { Market = "none" },
                Lists = ["own", "plain:a.csv"],
                Threshold = 0.8,
                AcceptMatches = true,
                Owners = "owners.csv",
                OwnershipRule = "uk",
                Day = "2026-01-31",
                Top = 0,
            },
            new NetworkLinksQuestion("edges.csv", "firms.csv") { Firm = "f07" },
            new MadeNetworkQuestion
            {
                Firms = 30,
                MeanDegree = 2.5,
                Sectors = 4,
                Seed = -1,
            },
            new NetworkQuestion(),
            new NetworkQuestion(new EconomyQuestion("world-2011") { Region = "CHN", Technologies = EconomyQuestion.Reference })
            {
                Firms = NetworkQuestion.OneASector,
                MeanDegree = 3,
                Fitness = 0.5,
                Seed = 9,
                Draws = 2,
            },
            new NetworkEnsembleQuestion("usa-2017"),
            new NetworkEnsembleQuestion(new NetworkQuestion("usa-2017") { Firms = "firms.csv" })
            {
                Cascade = new CascadeQuestion { Stop = CascadeStop.FixedPoint },
                Select = "none",
                Listed = "listed.csv",
                Top = 4,
            },
        ];
}
