/**
 * Words for code names: plants, weather and land first, things and animals second. They say nothing of
 * a person, a country, an authority or an offence; no word is in both lists. Never reorder and never
 * remove: a name is derived from a case's id, and prints carry it.
 */
export const firstWords: readonly string[] = `
Acorn Alder Almond Amber Apple Apricot Arbour Arch Ash Aspen Autumn Azure Bamboo Barley Basil Bay
Bayou Beacon Beech Berry Birch Blossom Blue Bluebell Borage Bracken Bramble Brass Breeze Briar
Bridge Bright Bronze Brook Buckeye Butter Cabin Calm Camellia Candle Canvas Canyon Caramel Caraway
Cardamom Carob Cashew Cedar Celery Chalk Chestnut Chicory Chime Cinnamon Citron Clay Clear Clematis
Cliff Cloud Clove Clover Coast Cobalt Cocoa Coconut Comet Compass Copper Coral Coriander Cork Corn
Cosmos Cotton Cove Cowslip Cream Crocus Crystal Cumin Currant Cypress Daffodil Dahlia Daisy
Dale Damson Dapple Dawn Delta Denim Dew Dill Dune Dusk Early East Echo Elder Elm Ember Emerald
Endive Evening Fair Fallow Feather Fennel Fern Field Fig Filbert Fir Flax Flint Foam Forest Foxglove
Freesia Frost Fuchsia Gala Garden Garland Gentian Ginger Ginkgo Glacier Glade Glen Glow Gold Golden
Gorse Granite Grape Grass Gravel Green Grove Guava Harbour Harvest Hawthorn Hazel Heath Heather
Hickory Hill Holly Honey Hop Horizon Hyacinth Indigo Inlet Iris Iron Island Ivy Jade Jasmine Jonquil
Juniper Kale Kelp Kiwi Lagoon Lake Larch Laurel Lavender Leaf Lemon Lentil Lichen Light Lilac Lily
Lime Linden Linen Lotus Lupin Lychee Magnolia Maize Mallow Mango Maple Marble Marigold Marina
Marjoram Marsh Meadow Medlar Mellow Melon Mica Midday Mild Millet Mimosa Mint Misty Moon Moor
Morning Moss Mountain Mulberry Muslin Myrtle Narrow Nectar Nettle New Noon North Nougat Nutmeg Oak
Oasis Oat Ocean Ochre Olive Onyx Opal Orange Orchard Orchid Oregano Osier Pale Palm Pansy Papaya
Paper Paprika Parsley Patchwork Peach Pear Pearl Pebble Pecan Peony Pepper Periwinkle Pewter Pine
Pistachio Plain Plum Poplar Prairie Primrose Privet Purple Quartz Quiet Quince Quinoa Rain Rainbow
Reed Rhubarb Ribbon Ridge River Rosemary Round Rowan Rye Saffron Sage Salt Sand Sapphire Satin
Savory Sea Sedge Sesame Shell Shore Silk Silver Sky Slate Sloe Smooth Snow Snowdrop Soft Sorrel
South Spelt Spring Spruce Star Steady Still Stone Straw Stream Sugar Summer Sun Sunny Sweet Sycamore
Tall Tamarind Tansy Tarn Tawny Teak Teal Thistle Thyme Tidal Timber Topaz Tulip Turquoise Twilight
Umber Valley Vanilla Velvet Verbena Vine Violet Walnut Warm Water Wave West Wheat Wide Willow Winter
Wisteria Wood Woolly Yarrow Yellow Yew Yonder Zephyr Zest
`
  .trim()
  .split(/\s+/);

export const secondWords: readonly string[] = `
Abacus Albatross Alpaca Anchor Antler Anvil Apron Arcade Archway Armchair Atlas Attic Avenue Awning
Badger Bagpipe Balcony Ball Balloon Banjo Banner Barge Barn Basin Basket Beaver Bench Bicycle Binder
Bison Blackbird Blanket Boat Bobbin Bookcase Boot Bottle Boulder Bowl Bracelet Brush Bucket Buckle
Buffalo Bulb Button Cable Camel Camera Canoe Canopy Cape Cardigan Carousel Carpet Cart Cello
Chaffinch Chair Chimney Chisel Circle Clarinet Cloak Clock Coat Column Comb Concert Corner Cottage
Crane Crayfish Crayon Cricket Cube Cup Cupboard Curtain Cushion Cymbal Deer Desk Dice Dolphin Dome
Donkey Door Dove Dragonfly Drawer Drum Duck Dulcimer Dynamo Eagle Easel Egret Elephant Elk Engine
Fan Ferret Ferry Fiddle Finch Fireplace Flag Flask Flute Fountain Fox Frame Frog Funnel Gallery
Gannet Gazelle Gecko Giraffe Glider Globe Glove Goose Gosling Grebe Guitar Gull Hamlet Hammock
Hamper Hamster Hare Harp Hat Hedge Hedgehog Heron Hinge Hippo Hoop Horn Horse House Hut Ibex Ibis
Inkwell Jacket Jar Jay Jetty Jigsaw Jug Kangaroo Kayak Kestrel Kettle Kingfisher Kite Kitten Koala
Ladder Ladle Lamp Lapwing Lemur Lens Library Lighthouse Linnet Lizard Llama Loom Loop Lute Lynx Lyre
Magnet Magpie Mallard Mandolin Mantle Map Marmot Marten Mast Mill Mirror Mitten Moose Mosaic Moth
Mouse Mule Newt Nightingale Notebook Oar Oboe Ocelot Organ Oriole Osprey Ostrich Otter Owl Paddle
Pagoda Paintbox Panda Panel Parasol Parrot Partridge Path Pavilion Peacock Pelican Pencil Pendulum
Penguin Petrel Pheasant Piano Piccolo Pigeon Pillow Pinwheel Pipit Plate Plover Pocket Pony Porch
Porcupine Portal Postcard Pot Puffin Pulley Pump Puppet Puzzle Quail Quay Quill Quilt Rabbit Raccoon
Raft Railway Ram Razorbill Reindeer Rhino Ring Rooster Rudder Rug Saddle Salmon Sandpiper Satchel
Saxophone Scarf Scooter Seal Seesaw Shawl Shed Sheep Shelf Ship Shoe Shovel Shrew Shuttle Signpost
Siskin Skate Skiff Sled Slipper Snail Sofa Sparrow Spindle Spinner Spire Sponge Spoon Squirrel
Stable Staircase Stairway Stamp Steamer Stool Stork Stove Sundial Swallow Swift Swing Table
Tambourine Tanager Tandem Tapestry Tapir Teapot Telescope Tent Tern Terrace Thimble Thread Thrush
Toad Toboggan Tortoise Toucan Towel Tower Track Train Tram Tray Treetop Trellis Tricycle Trombone
Trumpet Tuba Tugboat Tunic Turnip Turnstile Turtle Umbrella Vase Veranda Vessel Viaduct Viola Violin
Vole Wagon Wallet Walrus Warbler Watch Waterwheel Weasel Whale Wharf Wheel Whisk Whistle Windmill
Window Wombat Woodpecker Workshop Wren Yacht Yard Zebra Zeppelin Zither
`
  .trim()
  .split(/\s+/);
