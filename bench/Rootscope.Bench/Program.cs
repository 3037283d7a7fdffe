using BenchmarkDotNet.Running;
using Rootscope.Bench;

// dotnet run -c Release --project bench/Rootscope.Bench -- MODE, with a mode of this list, or: -- --filter '*'
switch (args)
{
    case ["whole", ..]: // whole commands; then the folder of the source tables, if there is one
        return WholeProcess.Run(args.Length > 1 ? args[1] : null);
    case ["import", ..]: // a made CSV of the largest size; then the number of decimals
        return LargeImport.Run(args[1..]);
    case ["reopen"]: // a table of the largest size, from the workspace
        return WorkspaceReopening.Run();
    case ["observatory", .. var load]: // the site under load; then for how many seconds
        return ObservatoryLoad.Run(load);
    case ["kept-inverse"]: // a second question about a table
        return KeptInverse.Run();
    case ["trade"]: // Borin-Mancini and extractions of the embedded world table
        return TradeTimes.Run();
    case ["paths"]: // structural paths
        return PathTimes.Run();
    case ["world", ..]: // shocks to the world economy; then the folder of the source data, if there is one, and a python with numpy
        return WorldShocks.Run(args.Length > 1 ? args[1] : null, args.Length > 2 ? args[2] : "/usr/bin/python3");
    case ["series"]: // multipliers without an inverse
        return SeriesTimes.Run();
    case ["complexity", ..]: // all measures of complexity; then a python with numpy, if there is one
        return ComplexityTimes.Run(args.Length > 1 ? args[1] : null);
    case ["bands", ..]: // 1,000 draws over all technologies; another number of draws may follow
        return BandTimes.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1000);
    case ["price-solvers"]: // cost cuts one by one and side by side
        return PriceSolverTimes.Run();
    case ["quantity"]: // cuts in quantity of all products
        return QuantityCutTimes.Run();
    case ["cascade", .. var firms]: // every firm of a network fails in turn; then "full" for all of 100,000
        return CascadeTimes.Run(firms is ["full"]);
    case ["cascade-make", var count, var place]: // a network for it
        return CascadeTimes.Make(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), place);
    case ["cascade-one", var network, var sample, var threads, var revenue]: // one size of it
        return CascadeTimes.One(
            network,
            int.Parse(sample, System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture),
            revenue is "with"
        );
    case ["scale"]: // what a piece costs, and how long large networks take on many machines: into docs/methods/scale.md
        return ScaleTimes.Run();
    case ["scale-one", var network, var sample]: // one size of it
        return ScaleTimes.One(network, int.Parse(sample, System.Globalization.CultureInfo.InvariantCulture));
    case ["plan"]: // a plan and its frontier
        return PlanTimes.Run();
    case ["upgrade"]: // the upgrading loop
        return UpgradeTimes.Run();
    case ["upgrade-history", var data]: // how fast gaps closed over dated tables; the folder of the source data
        return UpgradeHistory.Run(data);
    case ["stake-rules", var data]: // what is at stake between cuts and in later years; the folder of the source data
        return StakeRules.Run(data);
    case ["scenario-draws"]: // an embargo through all lenses, with draws, as whole processes
        return WholeProcess.RunDraws();
    case ["inventory", ..]: // a year of stocks and orders; then a python with numpy
        return InventoryTimes.Run(args.Length > 1 ? args[1] : "/usr/bin/python3");
    case ["inventory-once", var threads]: // one run of it, for its memory
        return InventoryTimes.Once(int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture));
    case ["dense", .. var comparison]: // products and inverses beside OpenBLAS: start it by bench/compare-dense.sh
        return DenseComparison.Run(comparison);
    case ["dense-peak", .. var peak]: // memory of one inverse, for the comparison
        return DenseComparison.Peak(peak);
    case ["dependence", ..]: // all rules over three made years of the size of BACI; then a python with pandas, if there is one
        return DependenceSurveys.Run(args.Length > 1 ? args[1] : null);
    case ["dependence-once", var file, var threads]: // one survey of a file, for its memory
        return DependenceSurveys.Once(file, int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture));
    case ["dependence-make", var file]: // the made file alone
        Console.WriteLine(DependenceSurveys.Make(file));
        return 0;
    case ["screening", var folder]: // names against lists; the folder of the labelled sets and lists
        return ScreeningTimes.Run(folder);
    case ["screening-file", var folder, .. var rows]: // a file of a million names, killed and resumed; fewer rows where they are given
        return ScreeningFiles.Run(folder, rows);
    case ["screening-file-once", var folder, var input, var output]: // one run, for the process that is killed
        _ = ScreeningFiles.Once(folder, input, output);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(EquilibriumCutTimes).Assembly).Run(args);
        return 0;
}
